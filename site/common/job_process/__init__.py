"""A process of its own for what may fill the memory or take too long: one job at a time, within limits of time and memory."""
