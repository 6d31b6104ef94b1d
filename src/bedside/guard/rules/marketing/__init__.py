"""Family M: marketing and advertisements."""
