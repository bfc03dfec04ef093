package org.joinvoices.demo;

import org.joinvoices.platform.web.Frame;

/** What pages are made of, to be looked at. */
public record ComponentsPage(Frame frame) {}
