/**
 * The home page and the list of letters: composition only.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.site;

import org.jspecify.annotations.NullMarked;
