/**
 * From a place and a date to the seats that speak for it and who holds them. Start at {@link
 * org.joinvoices.districts.Districts}. Everything is answered from a data release on this machine.
 * Only where a ZIP code leaves several districts, and only where the operator switched it on, a
 * geocoder is asked where the street lies: {@link org.joinvoices.districts.StreetMatcher}.
 *
 * <p>Personal data: none kept. An address passes through and is forgotten.
 */
@NullMarked
package org.joinvoices.districts;

import org.jspecify.annotations.NullMarked;
