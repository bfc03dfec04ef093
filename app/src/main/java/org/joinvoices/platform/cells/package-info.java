/**
 * Tables of counts that give nobody away: small cells are merged (D17) wherever counts by place or
 * time are shown, printed or exported.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.platform.cells;

import org.jspecify.annotations.NullMarked;
