/**
 * E-mail to offices: one constituent's message to one address, from our own domain with the
 * constituent as Reply-To. Start at {@link org.joinvoices.delivery.mail.OfficeMail}, which
 * composes; {@link org.joinvoices.delivery.mail.OfficeMailClient} sends. Sees no database.
 *
 * <p>Personal data: a message lives in memory while it is sent; never in logs or exception
 * messages.
 */
@NullMarked
package org.joinvoices.delivery.mail;

import org.jspecify.annotations.NullMarked;
