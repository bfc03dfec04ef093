/**
 * The outgoing mail queue and its SMTP transport. A queued row holds ids only; the letter is
 * composed when it is sent, by the {@link org.joinvoices.platform.mail.MailKind} of the capability
 * that queued it.
 *
 * <p>Personal data: none at rest; an {@link org.joinvoices.platform.mail.OutgoingMail} lives in
 * memory while it is sent.
 */
@NullMarked
package org.joinvoices.platform.mail;

import org.jspecify.annotations.NullMarked;
