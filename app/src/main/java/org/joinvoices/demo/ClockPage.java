package org.joinvoices.demo;

import org.joinvoices.platform.web.Frame;

/**
 * What {@code demo/clock.jte} shows.
 *
 * @param now civic time, in words
 * @param to what the field holds
 * @param wrong what is wrong with it; empty: nothing
 */
public record ClockPage(Frame frame, String now, String to, String wrong) {}
