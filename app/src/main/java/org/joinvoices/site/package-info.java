/**
 * The home page with the list of letters, the same for feed readers and search engines, and who
 * speaks for a place: composition only.
 *
 * <p>Personal data: none kept. A ZIP code asked for passes through and is forgotten.
 */
@NullMarked
package org.joinvoices.site;

import org.jspecify.annotations.NullMarked;
