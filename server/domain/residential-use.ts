/**
 * Uses of buildings in which nobody lives. Every other use, and a building whose use is unknown, may hold people:
 * many flats stand over shops and are mapped as nothing but a building.
 */
export const NOT_RESIDENTIAL: readonly string[] = [
  'barn', 'bridge', 'bunker', 'bus_station', 'car_wash', 'carport', 'cathedral', 'chapel', 'church', 'civic', 'clinic',
  'cold_store', 'college', 'commercial', 'construction', 'construction_site', 'conservatory', 'cowshed', 'depot', 'digester',
  'factory', 'farm_auxiliary', 'fever_clinic', 'fire_station', 'fuel', 'garage', 'garages', 'gatehouse', 'government',
  'grandstand', 'greenhouse', 'hangar', 'hospital', 'hotel', 'hut', 'indoor_swimming_pool', 'industrial', 'kindergarten',
  'kiosk', 'laboratory', 'mall', 'market', 'marketplace', 'military', 'monastery', 'mosque', 'museum', 'office', 'parking',
  'pavilion', 'place_of_worship', 'police', 'prison', 'public', 'public_building', 'religious', 'retail', 'riding_hall', 'roof',
  'ruins', 'school', 'service', 'shed', 'shelter', 'shrine', 'silo', 'sports_centre', 'sports_hall', 'stable', 'stadium',
  'station', 'storage_tank', 'sty', 'supermarket', 'synagogue', 'temple', 'theatre', 'toilets', 'toll_gate', 'townhall',
  'train_station', 'transformer_tower', 'transportation', 'university', 'warehouse', 'water_tower', 'worship',
]
