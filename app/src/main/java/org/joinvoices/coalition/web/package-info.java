/**
 * What partners use: their logos, the page that gives them their list, and the letter as a frame
 * within their pages, with oEmbed.
 *
 * <p>Personal data: the list of a partner, for the length of one download.
 */
@NullMarked
package org.joinvoices.coalition.web;

import org.jspecify.annotations.NullMarked;
