package org.joinvoices.desk.delivery;

import java.util.List;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code work.jte} shows.
 *
 * @param path of the letter at the desk
 * @param done what was just done; empty where one only looks
 * @param deadline how long it is until then, in words
 * @param tasks the most urgent first
 * @param papers letters on paper that are not handed over yet
 * @param moreOffices how many offices with waiting letters are not shown; empty where all are
 * @param books petition books that are not handed over yet
 * @param handedOver the newest first
 */
public record WorkView(
    DeskFrame desk,
    Words words,
    String title,
    String path,
    Optional<String> done,
    String deadline,
    List<Task> tasks,
    List<Paper> papers,
    Optional<String> moreOffices,
    List<Book> books,
    List<HandedOver> handedOver) {

  /**
   * One thing to do.
   *
   * @param tone class of the stylesheet by which its urgency looks
   * @param urgency in a word
   * @param link where it is done; empty where that is not at the desk
   */
  public record Task(
      String tone, String urgency, String title, String text, Optional<String> link) {}

  /**
   * Letters for one office: waiting for a packet, or in one.
   *
   * @param what in words
   * @param note what else is to be known, such as which letters to take out
   * @param packet its id; empty text where there is none yet
   * @param name of the packet, as on its cover
   */
  public record Paper(
      String seat,
      String officePath,
      String holder,
      String what,
      String note,
      String packet,
      String name) {

    public boolean isMade() {
      return !packet.isEmpty();
    }
  }

  /**
   * A part of the petition book on its way to one addressee, in words.
   *
   * @param dates when it is due, and when post must leave
   * @param handOverPath where its hand-over is recorded; empty where no person carries it
   */
  public record Book(
      String addressee,
      String office,
      String part,
      String tone,
      String state,
      String dates,
      Optional<String> handOverPath) {}

  /**
   * What was handed over, in words.
   *
   * @param proof path of the proof; empty where there is none
   */
  public record HandedOver(String what, String when, String how, Optional<String> proof) {}

  public WorkView {
    tasks = List.copyOf(tasks);
    papers = List.copyOf(papers);
    books = List.copyOf(books);
    handedOver = List.copyOf(handedOver);
  }
}
