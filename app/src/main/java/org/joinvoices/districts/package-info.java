/**
 * From a place and a date to the seats that speak for it and who holds them. Start at {@link
 * org.joinvoices.districts.Districts}. Everything is answered from a data release on this machine;
 * nothing is asked of anybody else.
 *
 * <p>Personal data: none kept. An address passes through and is forgotten.
 */
@NullMarked
package org.joinvoices.districts;

import org.jspecify.annotations.NullMarked;
