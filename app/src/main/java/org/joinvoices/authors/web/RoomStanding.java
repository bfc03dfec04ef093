package org.joinvoices.authors.web;

import java.util.List;

/**
 * Where the letter stands, in words; numbers of fewer than ten are not told.
 *
 * @param paused what is paused just now, a sentence each
 * @param asOf when the signatures were counted
 * @param handedOver to whom and when, one line each
 * @param messages how many stand where; empty where there are none
 */
public record RoomStanding(
    List<String> paused,
    String joined,
    String asOf,
    String deadline,
    List<String> handedOver,
    List<Line> messages) {

  /** How many messages stand somewhere. */
  public record Line(String label, String count) {}

  public RoomStanding {
    paused = List.copyOf(paused);
    handedOver = List.copyOf(handedOver);
    messages = List.copyOf(messages);
  }
}
