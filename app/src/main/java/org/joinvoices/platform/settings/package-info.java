/**
 * What an operator sets, as one typed tree. Start at {@link
 * org.joinvoices.platform.settings.Settings}.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.platform.settings;

import org.jspecify.annotations.NullMarked;
