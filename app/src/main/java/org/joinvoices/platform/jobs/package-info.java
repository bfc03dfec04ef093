/**
 * Recurring work, claimed by whichever node is free (db-scheduler).
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.platform.jobs;

import org.jspecify.annotations.NullMarked;
