/**
 * The organizers' desk below {@code /desk}: who may come, how they sign in, and what they see
 * first: letters with their counts, deliveries by office, the audit trail, sessions and people.
 * Start at {@link org.joinvoices.desk.Invitations}, which lets somebody in, then {@code SignIns};
 * who may do what is in {@code DeskSecurity}.
 *
 * <p>Personal data: the e-mail address of each organizer, sealed under the key of the house, until
 * their access is removed; the kind of browser of each session, until it ends. Of supporters
 * nothing but counts is kept here; {@code PersonalData} shows an owner what is held about one of
 * them, for the length of one request.
 */
@NullMarked
package org.joinvoices.desk;

import org.jspecify.annotations.NullMarked;
