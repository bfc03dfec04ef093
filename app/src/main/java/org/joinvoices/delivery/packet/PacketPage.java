package org.joinvoices.delivery.packet;

import java.util.List;
import java.util.Optional;
import org.joinvoices.delivery.book.Cell;

/**
 * What the templates of a packet print, every text as it can be drawn. Empty text and empty lists:
 * nothing to say.
 *
 * @param style the style sheet
 * @param packet the packet's name, such as OH-11/3
 * @param title of the action
 * @param letters as made
 */
public record PacketPage(
    String style,
    String packet,
    String title,
    Office office,
    Sender sender,
    int number,
    int letters,
    int parts,
    String made,
    String printed) {

  /** Whom it is for. */
  public record Office(String addressed, String seat, List<String> address) {}

  /** The organization, and how to reach it. */
  public record Sender(
      String name, List<String> address, String contact, String email, String phone) {}

  /** Letters: one part of the packet. */
  public record Part(
      PacketPage packet,
      int part,
      int first,
      int last,
      int present,
      String takenOut,
      Optional<Summary> summary,
      List<Letter> own,
      List<SameText> same) {

    @Override
    public String toString() {
      return "Part[hidden]";
    }
  }

  /**
   * Of the whole packet.
   *
   * @param sameText how many letters have each text that is printed once
   */
  public record Summary(int letters, int ownWords, List<Integer> sameText, List<Cell> towns) {}

  /** One constituent. */
  public record Letter(
      int place,
      String name,
      List<String> address,
      String email,
      String phone,
      String signed,
      boolean replyWanted,
      String subject,
      List<String> statement,
      List<String> ownWords) {

    @Override
    public String toString() {
      return "Letter[hidden]";
    }
  }

  /** A text that several sent unchanged, and who. */
  public record SameText(
      String subject, List<String> statement, String numbers, List<Letter> letters) {

    @Override
    public String toString() {
      return "SameText[hidden]";
    }
  }

  /**
   * Labels, thirty to a sheet, in rows of three.
   *
   * @param sheets rows of labels, each label its lines
   */
  public record Labels(PacketPage packet, List<List<List<List<String>>>> sheets) {}

  /**
   * The sheet to sign.
   *
   * @param notDrawn such as letter 14: name
   */
  public record Sheet(
      PacketPage packet, int present, String numbers, String takenOut, List<String> notDrawn) {}
}
