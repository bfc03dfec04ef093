/**
 * What was sent, what came back: receipts for signers, and for everybody what officials answered,
 * demand by demand. Start at {@code web} and at {@link org.joinvoices.accountability.Responses};
 * all that is held about one person is collected by {@link org.joinvoices.accountability.OwnData}.
 *
 * <p>Personal data: shown to the holder of a receipt link only, the street never; all of it to the
 * holder of a link to the own data. Answers hold none: who answers holds an office.
 */
@NullMarked
package org.joinvoices.accountability;

import org.jspecify.annotations.NullMarked;
