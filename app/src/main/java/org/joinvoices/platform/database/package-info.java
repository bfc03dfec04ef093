/**
 * PostgreSQL: the embedded server of a house that brings none, connections, and migrations.
 *
 * <p>Personal data: none of its own. Server error details are switched off in the driver because
 * PostgreSQL quotes whole rows in them.
 */
@NullMarked
package org.joinvoices.platform.database;

import org.jspecify.annotations.NullMarked;
