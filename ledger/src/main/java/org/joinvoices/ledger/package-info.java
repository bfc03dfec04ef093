/**
 * Hashing for the public signature log (RFC 6962 / RFC 9162, section 2.1). Only the JDK is used, so
 * that anyone can check a published count without trusting the server that published it.
 *
 * <p>Personal data: none. Leaves are hiding commitments; see {@link org.joinvoices.ledger.LogHash}.
 */
@NullMarked
package org.joinvoices.ledger;

import org.jspecify.annotations.NullMarked;
