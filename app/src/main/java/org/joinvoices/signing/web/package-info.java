/**
 * The public pages of one letter: the action page with its form, thanks, district choice and
 * confirmation.
 *
 * <p>Personal data: what a visitor typed, for the length of one request.
 */
@NullMarked
package org.joinvoices.signing.web;

import org.jspecify.annotations.NullMarked;
