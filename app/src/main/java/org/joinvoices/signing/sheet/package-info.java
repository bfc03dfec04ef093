/**
 * Files of rows typed in from sign-up sheets: reading them, and handing back the rows to mend.
 * Start at {@link org.joinvoices.signing.sheet.SheetCsv}.
 *
 * <p>Personal data: names, addresses and e-mail as typed, in memory for a moment and in the file of
 * faults, which only its owner may read. Never in exception messages.
 */
@NullMarked
package org.joinvoices.signing.sheet;

import org.jspecify.annotations.NullMarked;
