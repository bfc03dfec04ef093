/**
 * What was sent, what came back: receipts for signers. Start at {@code web}.
 *
 * <p>Personal data: shown to the holder of a receipt link only; the street never.
 */
@NullMarked
package org.joinvoices.accountability;

import org.jspecify.annotations.NullMarked;
