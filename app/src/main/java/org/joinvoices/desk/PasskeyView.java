package org.joinvoices.desk;

import java.util.Optional;

/**
 * What {@code desk/passkey.jte} shows.
 *
 * @param fault what did not work
 */
public record PasskeyView(DeskFrame desk, Optional<String> fault) {}
