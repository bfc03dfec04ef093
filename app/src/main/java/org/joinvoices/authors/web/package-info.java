/**
 * The page behind the authors' link, in their language, without a cookie: it changes nothing until
 * a button is pressed.
 *
 * <p>Personal data: the name authors chose and why they ask for a pause, for the length of one
 * request.
 */
@NullMarked
package org.joinvoices.authors.web;

import org.jspecify.annotations.NullMarked;
