/**
 * Tables that give nobody away and harm nobody who opens them: small cells are merged (D17)
 * wherever counts by place or time are shown, printed or exported, and text is no formula.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.platform.cells;

import org.jspecify.annotations.NullMarked;
