/**
 * Who is at the desk: an account of this house, and what it may do. Every capability's own pages
 * below {@code /desk} take a {@link org.joinvoices.platform.principal.SignedIn} as an argument; how
 * one signs in is the desk's.
 *
 * <p>Personal data: none; an account is known here by its id only.
 */
@NullMarked
package org.joinvoices.platform.principal;

import org.jspecify.annotations.NullMarked;
