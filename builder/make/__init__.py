"""From jobs to a site on disk: jobs and boxes, the cache, the pools, and the swap that never leaves half a site."""
