package org.joinvoices.signing;

/**
 * A signer said yes to hearing from one partner.
 *
 * @param name of the partner, as the box named it
 */
public record PartnerYes(PartnerId partner, String name) {}
