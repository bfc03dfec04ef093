/**
 * Measures a whole house under load on this machine: a server in a process of its own with
 * everything switched on, a database, and the load. Each measurement alternates with a reference,
 * because machines and neighbours differ more than releases do.
 *
 * <p>Personal data: made up, in a folder that is deleted.
 */
@NullMarked
package org.joinvoices.bench;

import org.jspecify.annotations.NullMarked;
