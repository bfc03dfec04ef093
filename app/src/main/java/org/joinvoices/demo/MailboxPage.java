package org.joinvoices.demo;

import java.util.List;
import org.joinvoices.platform.web.Frame;

/** What {@code demo/mail.jte} shows; mails newest first. */
public record MailboxPage(Frame frame, List<CaughtMail> mails) {}
