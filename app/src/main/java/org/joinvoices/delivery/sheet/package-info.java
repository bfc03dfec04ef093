/**
 * Sign-up sheets to print, for rooms without network. Start at {@link
 * org.joinvoices.delivery.sheet.SheetPrint}.
 *
 * <p>Personal data: none; the sheets are empty.
 */
@NullMarked
package org.joinvoices.delivery.sheet;

import org.jspecify.annotations.NullMarked;
