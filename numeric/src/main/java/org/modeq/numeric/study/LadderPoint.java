package org.modeq.numeric.study;

/**
 * One rung of a step ladder.
 *
 * @param stepSize h
 * @param error the distance of the optimizer's end point to that of the flow
 * @param floor the round-off of the optimizer's end point
 * @param flowError the measured error of the flow's end point
 * @param used whether the point is admitted to the fit
 */
public record LadderPoint(double stepSize, double error, double floor, double flowError, boolean used) {}
