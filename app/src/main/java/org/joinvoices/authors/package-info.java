/**
 * The authors' room: those who wrote a letter approve its texts, see how it fares and ask for a
 * pause, by a private link, without an account or a name of their own.
 *
 * <p>Start reading at {@link org.joinvoices.authors.AuthorsRoom}. Who makes and ends the link:
 * {@link org.joinvoices.authors.AuthorsLinks}. What the public sees of approvals: {@link
 * org.joinvoices.signing.Approval}.
 *
 * <p>Personal data: the name that authors choose, why they ask for a pause, and what they are
 * answered; sealed under the letter's key and ended with it. The audit trail has the chosen name in
 * clear and keeps it, which authors are told before they choose. Of the link its hash only.
 */
@NullMarked
package org.joinvoices.authors;

import org.jspecify.annotations.NullMarked;
