/**
 * The letters people join: frozen versions, numbered demands, translations, addressees and dates,
 * and the folders they are published from. Start at {@link org.joinvoices.action.Actions}.
 *
 * <p>Personal data: none of supporters. Authors and addressees are named only as they wish to be
 * shown.
 */
@NullMarked
package org.joinvoices.action;

import org.jspecify.annotations.NullMarked;
