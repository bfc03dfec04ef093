package org.joinvoices.signing;

import java.util.Optional;

/**
 * A signature and who made it.
 *
 * @param person empty when erased or gone, or when nobody can unseal it any more
 */
public record Signer(SignatureView signature, Optional<Constituent> person) {}
