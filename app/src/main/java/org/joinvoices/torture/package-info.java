/**
 * Kills a whole house again and again while people sign, and then asks whether its books agree with
 * what people were told and with what mailboxes and gateways received. Start at {@link
 * org.joinvoices.torture.Torture}.
 *
 * <p>Personal data: made up, in a folder that is deleted unless something disagrees.
 */
@NullMarked
package org.joinvoices.torture;

import org.jspecify.annotations.NullMarked;
