package org.joinvoices.desk;

import org.joinvoices.action.Action;

/** What waits for people, letter by letter; the first page of the desk shows how much it is. */
public interface ThingsToDo {

  int count(Action action);
}
