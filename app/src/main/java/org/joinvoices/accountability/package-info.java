/**
 * What was sent, what came back: receipts for signers. Start at {@code web}; all that is held about
 * one person is collected by {@link org.joinvoices.accountability.OwnData}.
 *
 * <p>Personal data: shown to the holder of a receipt link only, the street never; all of it to the
 * holder of a link to the own data.
 */
@NullMarked
package org.joinvoices.accountability;

import org.jspecify.annotations.NullMarked;
