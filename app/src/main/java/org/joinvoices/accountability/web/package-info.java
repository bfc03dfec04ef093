/**
 * The receipt page: each recipient with text, time, channel and result; choosing a district,
 * withdrawing, erasing. And the page of answers, the same for everybody.
 *
 * <p>Personal data: the name and own words of the holder of the link, for the length of one
 * request.
 */
@NullMarked
package org.joinvoices.accountability.web;

import org.jspecify.annotations.NullMarked;
