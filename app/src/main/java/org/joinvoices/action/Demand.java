package org.joinvoices.action;

/**
 * One numbered demand of a letter. Answers are recorded demand by demand, so the number is part of
 * the frozen text.
 *
 * @param number from 1
 * @param text one paragraph, plain text
 */
public record Demand(int number, String text) {}
