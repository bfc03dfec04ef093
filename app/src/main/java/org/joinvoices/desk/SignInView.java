package org.joinvoices.desk;

import java.util.Optional;

/**
 * What {@code desk/sign-in.jte} shows.
 *
 * @param asked whether a mailed link was just asked for
 * @param fault what did not work
 */
public record SignInView(DeskFrame desk, boolean asked, Optional<String> fault) {}
