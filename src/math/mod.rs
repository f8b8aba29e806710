//! Numbers only: quantiles and ties, concentration. Each cites its formula and is tested against a reference.
