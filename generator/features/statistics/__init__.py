"""The table type that protection and audit share: dimensions, cells, sums. Neither borrows anything else."""
