/**
 * Signing, confirming and withdrawing; consents, doubles and windowed counts. Start at {@link
 * org.joinvoices.signing.Signing}; what others may learn of a signature is in {@link
 * org.joinvoices.signing.Signatures} and {@link org.joinvoices.signing.SignatureEvents}.
 *
 * <p>Personal data: names, e-mail, phone, street, locality, postal code and own words, sealed under
 * the key of the action; mailbox and person as keyed hashes. Never in events, logs or exception
 * messages.
 */
@NullMarked
package org.joinvoices.signing;

import org.jspecify.annotations.NullMarked;
