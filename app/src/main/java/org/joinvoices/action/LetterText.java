package org.joinvoices.action;

import java.util.List;

/**
 * A letter in one language. Every text is plain text; a blank line separates paragraphs.
 *
 * @param language BCP 47, for example {@code en}
 * @param status how far this text has come with its authors
 * @param title of the action page
 * @param introduction what a reader sees before the letter
 * @param salutation the letter's first line
 * @param opening the letter up to its demands
 * @param demands numbered from 1, at least one
 * @param closing the letter after its demands
 * @param subject of messages to legislators, one line
 * @param toSenators the similar message to a senator, the ask in its first line
 * @param toRepresentatives the similar message to a House member, the ask in its first line
 */
public record LetterText(
    String language,
    TextStatus status,
    String title,
    String introduction,
    String salutation,
    String opening,
    List<Demand> demands,
    String closing,
    String subject,
    String toSenators,
    String toRepresentatives) {

  public LetterText {
    demands = List.copyOf(demands);
  }
}
