package org.joinvoices.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.joinvoices.action.Channel;
import org.joinvoices.districts.Seat;

/** Where a message waits for its turn: a lane of the database, each of one channel. */
public enum Route {
  HOUSE(Channel.CWC),
  SENATE(Channel.CWC),
  OFFICE_MAIL(Channel.MAIL),
  PACKET(Channel.PACKET),
  HAND_OFF(Channel.HAND_OFF);

  private final Channel channel;

  Route(Channel channel) {
    this.channel = channel;
  }

  /** The lane on which a message to this seat goes by this channel. */
  public static Route of(Channel channel, Seat seat) {
    return switch (channel) {
      case CWC -> of(Chamber.of(seat));
      case MAIL -> OFFICE_MAIL;
      case PACKET -> PACKET;
      case HAND_OFF -> HAND_OFF;
    };
  }

  static Route of(Chamber chamber) {
    return switch (chamber) {
      case HOUSE -> HOUSE;
      case SENATE -> SENATE;
    };
  }

  /** By its word; empty if there is none. */
  public static Optional<Route> find(String word) {
    return Arrays.stream(values()).filter(route -> route.word().equals(word)).findFirst();
  }

  public Channel channel() {
    return channel;
  }

  /** Whether we send by ourselves; else a person carries it. */
  public boolean isSent() {
    return channel == Channel.CWC || channel == Channel.MAIL;
  }

  /** The word of the database, of commands and of JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
