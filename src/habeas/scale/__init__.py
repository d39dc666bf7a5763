"""scale: the same stage functions over a distributed dataframe, on this machine or on a cluster.

`habeas.scale.building.build` is all of it. Nothing is imported here, as workers take their stages from this package and
should load no more than these.
"""
