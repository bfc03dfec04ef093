/**
 * Carries confirmed signatures to congressional offices and the petition book to the addressees,
 * and remembers what became of each one. Start at {@link org.joinvoices.delivery.Deliveries}. A row
 * in {@code delivery} is one signature for one target; it changes state only together with an
 * appended attempt or event.
 *
 * <p>Personal data: composed messages live in memory while they are sent; only their hash is kept.
 * Never in logs or exception messages.
 */
@NullMarked
package org.joinvoices.delivery;

import org.jspecify.annotations.NullMarked;
