package org.joinvoices.signing.web;

import java.util.Optional;

/**
 * A district a supporter may say is theirs.
 *
 * @param seat as the form sends it, such as {@code OH-11}
 * @param label what it is called
 * @param holder who holds it on the civic date; empty while it is vacant
 * @param towns by which a person recognises it, as one line
 */
public record Choice(String seat, String label, Optional<String> holder, String towns) {}
