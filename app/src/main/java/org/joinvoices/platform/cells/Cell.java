package org.joinvoices.platform.cells;

/**
 * One line of a table of counts.
 *
 * @param name a place, a week, or what stands for several
 */
public record Cell(String name, long signatures) {}
