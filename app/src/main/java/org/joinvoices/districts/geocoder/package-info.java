/**
 * The far sides that know where a street lies, each in its own format. Start at {@link
 * org.joinvoices.districts.geocoder.FarSide}, which they all talk through.
 *
 * <p>Personal data: an address goes into a question and nowhere else; never into logs, exceptions
 * or figures.
 */
@NullMarked
package org.joinvoices.districts.geocoder;

import org.jspecify.annotations.NullMarked;
