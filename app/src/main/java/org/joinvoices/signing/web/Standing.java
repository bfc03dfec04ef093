package org.joinvoices.signing.web;

/**
 * Where a letter stands, said beside its title when it is not simply open.
 *
 * @param look how it looks: good, wait or plain
 * @param label in a few words
 * @param note what that means, or when
 * @param place on the page that says more
 */
public record Standing(String look, String label, String note, String place) {}
