package org.joinvoices.authors.web;

import java.util.Optional;
import org.joinvoices.action.LetterText;

/**
 * One text of the letter, as its authors look at it.
 *
 * @param language its name in itself, such as Español
 * @param origin whether it is the original or a translation, in words
 * @param wordsHash of what is shown; the button sends it along
 * @param approved the day it was approved; empty where it is not
 * @param before the day earlier words of it were approved; empty where none were, or these are
 * @param isSent whether messages to Congress go out in this wording
 */
public record RoomText(
    LetterText text,
    String language,
    String origin,
    String wordsHash,
    Optional<String> approved,
    Optional<String> before,
    boolean isSent) {}
