package org.joinvoices.signing;

import java.util.UUID;

/** One partnership: an organization with one letter. */
public record PartnerId(UUID value) {}
